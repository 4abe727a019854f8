export {ClaimActions} from './ClaimActions.tsx';
export {FactActions} from './FactActions.tsx';
