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

/** Another site works as it does in HubSpot, but cannot take the page elsewhere. A page of this origin gets no hold on the one around it. */
function rightsOf(uri: string): string {
  const isForeign = URL.canParse(uri) && !['null', window.location.origin].includes(new URL(uri).origin);
  return `allow-scripts allow-forms allow-popups${isForeign ? ' allow-same-origin' : ''}`;
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
      <Modal
        opened={shown !== null}
        onClose={close}
        size="auto"
        title={shown?.modal.title ?? 'External page'}
        closeButtonProps={{ 'aria-label': 'Close' }}
        padding={shown?.modal.flush === true ? 0 : 'md'}
      >
        {shown !== null && (
          <iframe
            src={shown.modal.uri}
            width={shown.modal.width}
            height={shown.modal.height}
            title={shown.modal.title ?? shown.modal.uri}
            className="wb-iframe"
            sandbox={rightsOf(shown.modal.uri)}
          />
        )}
      </Modal>
    </Scope.Provider>
  );
}
