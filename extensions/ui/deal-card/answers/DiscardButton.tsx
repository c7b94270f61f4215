import { Button, ButtonRow, Modal, ModalBody, ModalFooter, Text } from '@hubspot/ui-extensions';

const modalId = 'discard-changes';

type DiscardButtonProps = {
  readonly isDisabled: boolean;
  readonly onDiscard: () => void;
  readonly closeOverlay: (id: string) => void;
};

/** Throws the unsaved answers away, after asking. */
export function DiscardButton({ isDisabled, onDiscard, closeOverlay }: DiscardButtonProps) {
  const close = () => {
    closeOverlay(modalId);
  };
  const discard = () => {
    onDiscard();
    close();
  };
  const overlay = (
    <Modal id={modalId} title="Discard your changes?" variant="danger" width="sm">
      <ModalBody>
        <Text>The form goes back to what is stored on the deal.</Text>
      </ModalBody>
      <ModalFooter>
        <ButtonRow>
          <Button variant="destructive" onClick={discard}>
            Discard
          </Button>
          <Button onClick={close}>Keep editing</Button>
        </ButtonRow>
      </ModalFooter>
    </Modal>
  );
  return (
    <Button variant="transparent" disabled={isDisabled} overlay={overlay}>
      Discard changes
    </Button>
  );
}
