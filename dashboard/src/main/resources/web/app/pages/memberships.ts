/** Pages of organisations and parties. A reader goes from one to the next, so a browser loads them as one file. */
export {StartPage} from './start/StartPage.tsx';
export {OrganizationPage} from './organization/OrganizationPage.tsx';
export {PartiesPage} from './party/PartiesPage.tsx';
export {PartyPage} from './party/PartyPage.tsx';
export {ComparePage} from './compare/ComparePage.tsx';
export {EmbeddedTimeline} from './embed/EmbedPage.tsx';
export {EmbeddedMap} from './embed/EmbeddedMap.tsx';
