import { createRoot } from 'react-dom/client';
import { startI18n } from 'web-shared';
import 'web-shared/styles.css';
import { App } from './app/App';
import { loadCatalogues } from './app/catalogues';
import { startSession } from './features/account/session';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for the application.');
await startI18n(loadCatalogues);
void startSession();
createRoot(root).render(<App />);
