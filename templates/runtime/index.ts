export { ApiPromise } from "./api-promise.js";
export type { Credential, Scheme } from "./auth.js";
export { call } from "./call.js";
export { ClientCore, type CoreConfig, createCore } from "./client-core.js";
export {
	ApiArgumentError,
	ApiConfigError,
	ApiConnectionError,
	ApiDecodeError,
	ApiError,
	ApiTimeoutError,
	ApiUserAbortError,
	type Phase,
} from "./errors.js";
export { encodeForm, encodeMultipart } from "./forms.js";
export type { HeadersInput, HeaderValue } from "./headers.js";
export type { Operation, PathValue } from "./operation.js";
export type {
	CoreOptions,
	Fetch,
	FetchOptions,
	RequestOptions,
} from "./options.js";
export type { Query, QueryValue } from "./query.js";
export type { SuggestedBody } from "./suggested-body.js";
