import './workers';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import '@graphiql/plugin-explorer/style.css';
import './styles/page.css';
import './styles/answer.css';
import './styles/picture.css';
import { App } from './app';

createRoot(document.getElementById('root')!).render(<App />);
