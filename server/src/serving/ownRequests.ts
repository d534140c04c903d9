import { RequestType } from 'vscode-languageserver';
import {
  FIND_SYMBOLS,
  type FindSymbolsParams,
  type FoundSymbols,
  PROFILE_PAGE,
  PROFILES,
  type ProfileChoice,
  type ProfilePageParams,
  type ProfilesParams,
  RULE_LIST,
  RULE_PAGE,
  type RulePageParams,
  STATUS,
  type StatusParams,
  type TableStatus,
} from '../protocol.ts';
import type { Answering } from './answering.ts';
import type { Serving } from './serving.ts';

/** Answers the requests that are not the protocol's own. */
export function serveOwnRequests({ connection, service }: Serving, answering: Answering): void {
  connection.onRequest(
    new RequestType<StatusParams, TableStatus | null, void>(STATUS),
    answering.onDocument<StatusParams, TableStatus | null>(null, (document) => service.status(document)),
  );
  connection.onRequest(
    new RequestType<ProfilesParams, ProfileChoice[], void>(PROFILES),
    answering.onDocument<ProfilesParams, ProfileChoice[]>([], (document) => service.profiles(document)),
  );
  connection.onRequest(
    new RequestType<FindSymbolsParams, FoundSymbols, void>(FIND_SYMBOLS),
    answering.onWorkspace(({ query }: FindSymbolsParams) => service.findSymbols(query)),
  );
  connection.onRequest(RULE_LIST, () => service.rules());
  connection.onRequest(RULE_PAGE, async ({ id }: RulePageParams) => (await service.rulePage(id)) ?? null);
  connection.onRequest(PROFILE_PAGE, async ({ id }: ProfilePageParams) => (await service.profilePage(id)) ?? null);
}
