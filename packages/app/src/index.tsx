import '@backstage/cli/asset-types';
import ReactDOM from 'react-dom/client';
import '@backstage/ui/css/styles.css';
import './stock.css';
import { app } from './App';

// public/index.html always has the element.
const root = document.getElementById('root') as HTMLElement;
ReactDOM.createRoot(root).render(app.createRoot());
