import type {ComponentType} from 'preact';
import {decoded} from '../state/url.ts';

export type Page = ComponentType<{parameters: string[]}>;

export interface Route {
    /** Its groups are the parameters of the page. */
    path: RegExp;
    load: () => Promise<Page>;
}

/** Every page. Each is a file of its own that a browser loads when the page is opened. */
export const ROUTES: Route[] = [
    {path: /^\/$/, load: async () => (await import('../pages/start/StartPage.tsx')).StartPage},
    {
        path: /^\/organizations\/([^/]+)$/,
        load: async () => (await import('../pages/organization/OrganizationPage.tsx')).OrganizationPage,
    },
    {
        path: /^\/embed\/(organizations|parties)\/([^/]+)\/timeline$/,
        load: async () => (await import('../pages/embed/EmbedPage.tsx')).EmbeddedTimeline,
    },
    {
        path: /^\/embed\/organizations\/([^/]+)\/map$/,
        load: async () => (await import('../pages/embed/EmbeddedMap.tsx')).EmbeddedMap,
    },
    {
        path: /^\/embed\/exercises\/(map|matrix)$/,
        load: async () => (await import('../pages/embed/EmbeddedExercises.tsx')).EmbeddedExercises,
    },
    {
        path: /^\/embed\/exercises\/([^/]+)\/map$/,
        load: async () => (await import('../pages/embed/EmbeddedPhases.tsx')).EmbeddedPhases,
    },
    {path: /^\/parties$/, load: async () => (await import('../pages/party/PartiesPage.tsx')).PartiesPage},
    {path: /^\/parties\/([^/]+)$/, load: async () => (await import('../pages/party/PartyPage.tsx')).PartyPage},
    {path: /^\/exercises$/, load: async () => (await import('../pages/exercises/ExercisesPage.tsx')).ExercisesPage},
    {
        path: /^\/exercises\/([^/]+)$/,
        load: async () => (await import('../pages/exercises/ExerciseDetailPage.tsx')).ExerciseDetailPage,
    },
    {path: /^\/compare$/, load: async () => (await import('../pages/compare/ComparePage.tsx')).ComparePage},
    {path: /^\/documents$/, load: async () => (await import('../pages/documents/DocumentsPage.tsx')).DocumentsPage},
    {path: /^\/documents\/([^/]+)$/, load: async () => (await import('../pages/reader/ReaderPage.tsx')).ReaderPage},
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
