-- What a command was is its id and all that stands under it: moved to another id, an answered command made room for the same one
-- to be sent again. Which rules a programme has, where it lives and whether it rehearses is said once, when it is founded, and a
-- record that was handed in is never another. So the role of the program may change what changes, and nothing else.
revoke update on command, programme, cluster from cornerstone_app;
grant update (stream, route, actor, body_hash, body, state, received_at, sent_at, answered_at, accepted, outcome, seal)
  on command to cornerstone_app;
grant update (open_call, window_ends, next_due_at, head_seq, head_hash, updated_at, waiting_list)
  on programme to cornerstone_app;
