import { useState } from 'react';
import {
  Accordion,
  Button,
  ButtonRow,
  Dropdown,
  hubspot,
  Image,
  Link,
  LoadingButton,
  Modal,
  ModalBody,
  ModalFooter,
  Panel,
  PanelBody,
  PanelFooter,
  PanelSection,
  StatusTag,
  StepIndicator,
  Tag,
  Text,
  Tooltip,
  useExtensionActions,
} from '@hubspot/ui-extensions';
import { CrmActionButton, CrmActionLink } from '@hubspot/ui-extensions/crm';
import {
  HeaderActions,
  PrimaryHeaderActionButton,
  SecondaryHeaderActionButton,
} from '@hubspot/ui-extensions/pages/home';
import { useEvents } from './use-events.tsx';

const pixel = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

function ActionsCard() {
  const { on, log } = useEvents();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- two actions of that name meet in the type; the one in use is not deprecated
  const { addAlert, closeOverlay, copyTextToClipboard, navigateToPage, openIframeModal } =
    useExtensionActions<'crm.record.tab'>();
  const [isLoading, setLoading] = useState(false);
  const modal = (
    <Modal id="confirm" title="Are you sure?" width="medium" onOpen={on('modal open')} onClose={on('modal close')}>
      <ModalBody>
        <Text>Think again.</Text>
      </ModalBody>
      <ModalFooter>
        <Button
          onClick={() => {
            closeOverlay('confirm');
          }}
        >
          Never mind
        </Button>
      </ModalFooter>
    </Modal>
  );
  const panel = (
    <Panel id="side" title="Beside" onOpen={on('panel open')} onClose={on('panel close')}>
      <PanelBody>
        <PanelSection>
          <Text>In the panel.</Text>
        </PanelSection>
      </PanelBody>
      <PanelFooter>
        <Button
          onClick={(_, reactions) => {
            reactions.closePanel('side');
          }}
        >
          Close it
        </Button>
      </PanelFooter>
    </Panel>
  );
  return (
    <>
      <ButtonRow>
        <Button variant="primary" onClick={on('primary')}>
          Primary
        </Button>
        <Button variant="destructive" size="xs" onClick={on('destructive')}>
          Destroy
        </Button>
        <Button variant="transparent" onClick={on('transparent')}>
          See through
        </Button>
        <Button disabled onClick={on('disabled')}>
          Disabled
        </Button>
        <LoadingButton
          loading={isLoading}
          resultIconName="success"
          onClick={() => {
            setLoading(!isLoading);
            on('loading')();
          }}
        >
          Load
        </LoadingButton>
      </ButtonRow>
      <HeaderActions>
        <PrimaryHeaderActionButton onClick={on('header action')}>Start anew</PrimaryHeaderActionButton>
        <SecondaryHeaderActionButton overlay={<Tooltip>Everything there is</Tooltip>}>
          Show all
        </SecondaryHeaderActionButton>
      </HeaderActions>
      <Button overlay={modal}>Open modal</Button>
      <Button overlay={panel}>Open panel</Button>
      <Button overlay={<Tooltip placement="bottom">Said on hover</Tooltip>}>Hover me</Button>
      <Dropdown buttonText="More" variant="secondary">
        <Dropdown.ButtonItem onClick={on('item')}>First item</Dropdown.ButtonItem>
      </Dropdown>
      <Link href="/deals" preventDefault onClick={on('link')}>
        Stay here
      </Link>
      <Link href="https://example.com/page">Elsewhere</Link>
      <Tag variant="success" onClick={on('tag')}>
        Tag
      </Tag>
      <StatusTag variant="warning" hollow showRemoveIcon onClick={on('status')} onRemoveClick={on('status removed')}>
        Waiting
      </StatusTag>
      <Image src={pixel} alt="One pixel" width={20} height={20} onClick={on('image')} />
      <Accordion title="Details" size="small" onClick={on('accordion')}>
        <Text>Hidden at first.</Text>
      </Accordion>
      <StepIndicator stepNames={['One', 'Two', 'Three']} currentStep={0} onClick={on('step')} />
      <CrmActionLink
        actionType="RECORD_APP_LINK"
        actionContext={{ objectTypeId: '0-3', objectId: 1 }}
        onClick={on('action link')}
      >
        To a record
      </CrmActionLink>
      <CrmActionButton
        actionType="ADD_NOTE"
        actionContext={{ objectTypeId: '0-3' }}
        onError={(errors) => {
          on('action error')(errors);
        }}
      >
        Add a note
      </CrmActionButton>
      <Button
        onClick={() => {
          void copyTextToClipboard('copied text').then(() => {
            on('copied')();
          });
        }}
      >
        Copy
      </Button>
      <Button
        onClick={() => {
          addAlert({ type: 'warning', title: 'Mind', message: 'the gap' });
        }}
      >
        Alert
      </Button>
      <Button
        onClick={() => {
          openIframeModal({ uri: 'about:blank', width: 300, height: 100, title: 'Frame' }, () => {
            on('iframe closed')();
          });
        }}
      >
        Open frame
      </Button>
      <Button
        onClick={() => {
          navigateToPage({ to: '/customers/:id', params: { id: '7', tab: 'notes' } });
        }}
      >
        To the app page
      </Button>
      {log}
    </>
  );
}

hubspot.extend<'crm.record.tab'>(() => <ActionsCard />);
