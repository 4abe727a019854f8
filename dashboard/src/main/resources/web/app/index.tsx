import {render} from 'preact';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/parts.css';
import './styles/timeline.css';
import './styles/pages.css';
import './styles/map.css';
import './styles/exercises.css';
import {App} from './shell/App.tsx';
import {interceptLinks} from './shell/router.ts';
import {applyTheme} from './shell/theme.ts';

applyTheme();
interceptLinks();
render(<App />, document.getElementById('app')!);
