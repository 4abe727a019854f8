/** Pages of exercises, which a browser loads as one file. */
export {ExercisesPage} from './exercises/ExercisesPage.tsx';
export {ExerciseDetailPage} from './exercises/ExerciseDetailPage.tsx';
export {EmbeddedExercises} from './embed/EmbeddedExercises.tsx';
export {EmbeddedPhases} from './embed/EmbeddedPhases.tsx';
