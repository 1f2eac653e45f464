import './zod-without-eval.ts';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { call } from '../api/client.ts';
import { startTexts } from '../i18n/texts.ts';
import '../ui/base.css';
import { App } from './app.tsx';
import { Providers } from './providers.tsx';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
setNonce(nonce);

const { language } = await call('workstation.describe', {});
await startTexts(language);

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element');
createRoot(root).render(
  <StrictMode>
    <Providers nonce={nonce}>
      <App />
    </Providers>
  </StrictMode>,
);
