import type {ComponentType} from 'preact';
import {decoded} from '../state/url.ts';

export type Page = ComponentType<{parameters: string[]}>;

export interface Route {
    /** Its groups are the parameters of the page. */
    path: RegExp;
    load: () => Promise<Page>;
}

const memberships = () => import('../pages/memberships.ts');
const exercises = () => import('../pages/exercises.ts');
const documents = () => import('../pages/documents.ts');

/** Every page. A browser loads the file of its group when the first of them is opened. */
export const ROUTES: Route[] = [
    {path: /^\/$/, load: async () => (await memberships()).StartPage},
    {path: /^\/organizations\/([^/]+)$/, load: async () => (await memberships()).OrganizationPage},
    {path: /^\/parties$/, load: async () => (await memberships()).PartiesPage},
    {path: /^\/parties\/([^/]+)$/, load: async () => (await memberships()).PartyPage},
    {path: /^\/compare$/, load: async () => (await memberships()).ComparePage},
    {
        path: /^\/embed\/(organizations|parties)\/([^/]+)\/timeline$/,
        load: async () => (await memberships()).EmbeddedTimeline,
    },
    {path: /^\/embed\/organizations\/([^/]+)\/map$/, load: async () => (await memberships()).EmbeddedMap},
    {path: /^\/exercises$/, load: async () => (await exercises()).ExercisesPage},
    {path: /^\/exercises\/([^/]+)$/, load: async () => (await exercises()).ExerciseDetailPage},
    {path: /^\/embed\/exercises\/(map|matrix)$/, load: async () => (await exercises()).EmbeddedExercises},
    {path: /^\/embed\/exercises\/([^/]+)\/map$/, load: async () => (await exercises()).EmbeddedPhases},
    {path: /^\/documents$/, load: async () => (await documents()).DocumentsPage},
    {path: /^\/documents\/([^/]+)$/, load: async () => (await documents()).ReaderPage},
    {path: /^\/desk$/, load: async () => (await import('../pages/desk/DeskPage.tsx')).DeskPage},
];

export function pageOf(path: string): {route: Route; parameters: string[]} | undefined {
    for (const route of ROUTES) {
        const match = route.path.exec(path);
        if (match) {
            return {route, parameters: match.slice(1).map(decoded)};
        }
    }
    return undefined;
}
