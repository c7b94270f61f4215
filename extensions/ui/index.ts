export { DealTermsSidebar } from './components/DealTermsSidebar.tsx';
export { DealTermsTab } from './components/DealTermsTab.tsx';
