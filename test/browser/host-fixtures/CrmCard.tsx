import { Flex, hubspot, useExtensionContext } from '@hubspot/ui-extensions';
import {
  CrmActionButton,
  CrmActionLink,
  CrmAssociationPivot,
  CrmAssociationPropertyList,
  CrmAssociationStageTracker,
  CrmAssociationTable,
  CrmCardActions,
  CrmDataHighlight,
  CrmPropertyList,
  CrmReport,
  CrmSimpleDeadline,
  CrmStageTracker,
  CrmStatistics,
} from '@hubspot/ui-extensions/crm';
import { useEvents } from './use-events.tsx';

function CrmCard() {
  const { crm } = useExtensionContext<'crm.record.tab'>();
  const { on, log } = useEvents();
  return (
    <Flex direction="column" gap="small">
      <CrmPropertyList properties={['dealname', 'amount', 'no_such_property']} direction="row" />
      <CrmDataHighlight properties={['closedate']} />
      <CrmStageTracker properties={['amount']} />
      {/* As an extension without types may leave it. */}
      <CrmStageTracker properties={undefined as never} objectTypeId="0-3" objectId={crm.objectId} />
      <CrmSimpleDeadline startDatePropertyName="createdate" endDatePropertyName="closedate" properties={[]} />
      <CrmAssociationTable
        objectTypeId="0-1"
        propertyColumns={['firstname', 'email']}
        pageSize={2}
        sort={[{ columnName: 'firstname', direction: 1 }]}
        preFilters={[{ operator: 'NEQ', property: 'firstname', value: 'Zoe' }]}
      />
      <CrmAssociationPropertyList objectTypeId="0-2" properties={['name', 'city']} />
      <CrmAssociationPivot objectTypeId="0-1" maxAssociations={2} />
      <CrmAssociationStageTracker objectTypeId="0-5" properties={['subject']} />
      <CrmStatistics
        objectTypeId="0-1"
        statistics={[
          { label: 'People', statisticType: 'COUNT', propertyName: 'firstname' },
          {
            label: 'Named A',
            statisticType: 'COUNT',
            propertyName: 'firstname',
            filterGroups: [{ filters: [{ operator: 'EQ', property: 'firstname', value: 'Anna' }] }],
          },
        ]}
      />
      <CrmReport reportId="1" />
      <CrmActionButton
        actionType="SEND_EMAIL"
        actionContext={{ ...crm, initialEmailSubject: 'Your terms', initialEmailBody: 'Dear Anna' }}
        onClick={on('email')}
      >
        Write to them
      </CrmActionButton>
      <CrmActionButton actionType="ADD_NOTE" actionContext={crm}>
        Take a note
      </CrmActionButton>
      <CrmActionLink actionType="PREVIEW_OBJECT" actionContext={crm}>
        Preview it
      </CrmActionLink>
      <CrmActionLink actionType="RECORD_APP_LINK" actionContext={{} as typeof crm} onError={on('refused')}>
        Nowhere
      </CrmActionLink>
      <CrmCardActions
        actionConfigs={[
          { type: 'action-library-button', label: 'Add a task', actionType: 'ADD_TASK', actionContext: crm },
          {
            type: 'dropdown',
            label: 'More',
            options: [
              {
                type: 'action-library-button',
                label: 'Enroll it',
                actionType: 'OPEN_WORKFLOW_ENROLLMENT_MODAL',
                actionContext: crm,
              },
            ],
          },
        ]}
      />
      {log}
    </Flex>
  );
}

hubspot.extend<'crm.record.tab'>(() => <CrmCard />);
