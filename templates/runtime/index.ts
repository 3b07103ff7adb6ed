export type { Answer, Reader } from "./answer.js";
export { ApiPromise, type ApiResult } from "./api-promise.js";
export { ApiStream } from "./api-stream.js";
export type { Credential, Scheme, Secret } from "./auth.js";
export { fromBase64, toBase64 } from "./base64.js";
export { basic } from "./basic.js";
export { byLink } from "./by-link.js";
export { byMark } from "./by-mark.js";
export { byNumber } from "./by-number.js";
export { call } from "./call.js";
export {
	ClientCore,
	type CoreConfig,
	createCore,
	withOptions,
} from "./client-core.js";
export {
	ApiArgumentError,
	ApiConfigError,
	ApiConnectionError,
	ApiDecodeError,
	ApiError,
	ApiTimeoutError,
	ApiUserAbortError,
	AuthenticationError,
	BadRequestError,
	ConflictError,
	InternalServerError,
	NotFoundError,
	PermissionDeniedError,
	RateLimitError,
	UnprocessableEntityError,
} from "./errors.js";
export type { Exchange, Phase } from "./exchange.js";
export { explainPaths } from "./explain-paths.js";
export type { Feature } from "./feature.js";
export { allFeatures } from "./features.js";
export { encodeForm, encodeMultipart } from "./forms.js";
export { givenSchemas } from "./given-schemas.js";
export type { HeadersInput, HeaderValue } from "./headers.js";
export { inCookie } from "./in-cookie.js";
export { inQuery } from "./in-query.js";
export { limitResponses } from "./limit.js";
export { ListPage } from "./list-page.js";
export { type Logger, type LogLevel, logging } from "./logging.js";
export type { Middleware, OutgoingRequest } from "./middleware.js";
export type { Operation, PathValue } from "./operation.js";
export type {
	Clock,
	CoreOptions,
	Fetch,
	FetchOptions,
	RequestOptions,
	SchemaSet,
	Validate,
} from "./options.js";
export { ownServer } from "./own-server.js";
export { ApiPageError } from "./page-error.js";
export type { ListOperation, ListOptions } from "./page-turn.js";
export { listed, PagePromise } from "./pages.js";
export type { Query, QueryValue } from "./query.js";
export { encodeRaw, type RawBody } from "./raw-body.js";
export { readBytes } from "./read-bytes.js";
export { readEvents, readTextEvents } from "./read-events.js";
export { readLines } from "./read-lines.js";
export { readText } from "./read-text.js";
export { followRedirects } from "./redirects.js";
export { renewal } from "./renewal.js";
export { type ResourceClass, resource } from "./resource.js";
export { retryHints } from "./retry-hints.js";
export type { ApiIssue, Schema, Schemas, StandardSchema } from "./schema.js";
export type { SuggestedBody } from "./suggested-body.js";
export { toFile, type Uploadable } from "./to-file.js";
export {
	type Propagator,
	type RequestSpan,
	type Tracer,
	tracing,
} from "./tracing.js";
export { validation } from "./validation.js";
export { ApiParamsError, ApiValidationError } from "./validation-errors.js";
export { wideArguments } from "./wide-arguments.js";
