/** Pages of documents, which a browser loads as one file. */
export {DocumentsPage} from './documents/DocumentsPage.tsx';
export {ReaderPage} from './reader/ReaderPage.tsx';
