import { expect, test } from '@jest/globals'
import { workflowTypes } from '../../domain/workflow-names.js'
import * as messages from '../../workflows/messages.js'
import * as workflows from '../../workflows/index.js'

/** Names that stand in histories: renaming one is a promise broken, so it must be seen here. */
const named = (kind: 'update' | 'query' | 'signal'): string =>
  [
    ...new Set(
      Object.values(messages)
        .flat()
        .flatMap((message) =>
          typeof message === 'object' && 'type' in message && message.type === kind ? [message.name ?? ''] : [],
        ),
    ),
  ]
    .sort()
    .join(' ')

test('the registered names are the ones that were promised', () => {
  expect({
    workflows: Object.keys(workflows).join(' '),
    updates: named('update'),
    signals: named('signal'),
    queries: named('query'),
    header: messages.actorHeader,
  }).toMatchInlineSnapshot(`
   {
     "header": "cornerstone-actor",
     "queries": "base_view programme_view",
     "signals": "catch_up meeting_moved offered person_left ranked stands",
     "updates": "accept_exhibit add_to_register adopt_procedure approve_call ask_third_party bring_exhibit check_condition check_exhibit comment confirm_correction confirm_erasure confirm_hold confirm_paper confirm_release confirm_rules confirm_seats confirm_void convene_session decide declare_interest delegate draw_substitutes end_delegation enter_paper extend found grant_mandates hold hold_records move_session nominate note_session open_record propose_call propose_rules propose_void raise reassign refuse_paper release_records request_erasure resume return_exhibit revive revoke revoke_mandate show_condition take_back withdraw withdraw_proposal",
     "workflows": "cooperationBase programme reconciliation",
   }
  `)
})

test('the API names the workflow types that are registered', () => {
  expect(Object.values(workflowTypes).sort()).toEqual(Object.keys(workflows).sort())
})
