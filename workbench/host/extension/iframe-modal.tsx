import { Modal } from '@mantine/core';
import { createContext, useCallback, useContext, useState } from 'react';
import type { ReactNode } from 'react';
import type { IframeModal } from '../../remote/worker-contract.ts';

type OpenIframe = (modal: IframeModal, onClose: () => void) => void;

const Scope = createContext<OpenIframe>(() => undefined);

/** Opens a modal with another site in it (`openIframeModal`). */
export function useOpenIframe(): OpenIframe {
  return useContext(Scope);
}

export function IframeModalProvider({ children }: { readonly children: ReactNode }) {
  const [shown, show] = useState<{ readonly modal: IframeModal; readonly onClose: () => void } | null>(null);
  const open = useCallback<OpenIframe>((modal, onClose) => show({ modal, onClose }), []);
  const close = () => {
    shown?.onClose();
    show(null);
  };
  return (
    <Scope.Provider value={open}>
      {children}
      <Modal opened={shown !== null} onClose={close} size="auto" title={shown?.modal.title ?? 'External page'} closeButtonProps={{ 'aria-label': 'Close' }} padding={shown?.modal.flush === true ? 0 : 'md'}>
        {shown !== null && <iframe src={shown.modal.uri} width={shown.modal.width} height={shown.modal.height} title={shown.modal.title ?? shown.modal.uri} className="wb-iframe" sandbox="allow-scripts allow-forms allow-popups allow-same-origin" />}
      </Modal>
    </Scope.Provider>
  );
}
