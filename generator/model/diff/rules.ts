/** What a change is to those who use the client: their code or its meaning may break, they have more, or only words differ. */
export type Impact = "breaking" | "addition" | "wording";

/** A kind of change. */
export interface Rule {
	readonly impact: Impact;
	/** What is said of the part that changed; the part is the sentence's subject. */
	readonly says: string;
}

/**
 * Every kind of change. What is sent and what is received are judged apart: a request breaks where it may say less, an
 * answer where it may say more. The deprecation of something is an addition, as in Semantic Versioning 2.0.0, item 7.
 */
export const rules = {
	"operation-removed": breaking("was removed"),
	"operation-added": addition("is new"),
	"operation-moved": breaking("has another method or path"),
	"operation-deprecated": addition("is deprecated now"),
	"operation-restored": wording("is no longer deprecated"),
	"method-renamed": breaking("has another name in the client"),
	"argument-changed": breaking("is called with other arguments"),
	"authentication-required": breaking("needs credentials now"),
	"authentication-lifted": addition("needs no credentials any more"),
	"permissions-tightened": breaking("needs more permissions"),
	"permissions-loosened": addition("needs fewer permissions"),
	"permissions-stated": wording("says other things about permissions"),

	"required-parameter-added": breaking("is new and required"),
	"optional-parameter-added": addition("is new"),
	"parameter-removed": breaking("was removed"),
	"parameter-renamed": breaking("has another name"),
	"path-parameter-renamed": wording("is called otherwise in the docs"),
	"parameter-moved": breaking("is sent in another part of the request"),
	"parameter-required": breaking("is required now"),
	"parameter-optional": addition("is optional now"),
	"parameter-deprecated": addition("is deprecated now"),
	"parameter-restored": wording("is no longer deprecated"),

	"default-changed": breaking("has another default"),
	"answer-default-changed": wording("has another default"),
	"default-stated": wording("has its default stated"),
	"default-unstated": wording("has its default stated no more"),

	"required-body-added": breaking("is new and required"),
	"optional-body-added": addition("is new"),
	"body-removed": breaking("was removed"),
	"body-required": breaking("is required now"),
	"body-optional": addition("is optional now"),
	"request-media-type-changed": breaking("has another media type"),
	"response-media-type-changed": breaking("has another media type"),

	"request-type-narrowed": breaking("has a narrower type"),
	"request-type-widened": addition("has a wider type"),
	"request-type-changed": breaking("has another type"),
	"response-type-widened": breaking("has a wider type"),
	"response-type-narrowed": addition("has a narrower type"),
	"response-type-changed": breaking("has another type"),
	"request-limit-tightened": breaking("has tighter limits"),
	"request-limit-loosened": addition("has looser limits"),
	"response-limit-loosened": breaking("has looser limits"),
	"response-limit-tightened": addition("has tighter limits"),
	"request-value-removed": breaking("takes fewer values"),
	"request-value-added": addition("takes more values"),
	"response-value-added": breaking("may have more values"),
	"response-value-removed": addition("has fewer values"),
	"request-variant-removed": breaking("takes fewer variants"),
	"request-variant-added": addition("takes more variants"),
	"response-variant-added": breaking("may be more variants"),
	"response-variant-removed": addition("has fewer variants"),

	"request-required-field-added": breaking("is new and required"),
	"request-field-added": addition("is new"),
	"request-field-removed": breaking("was removed"),
	"request-field-required": breaking("is required now"),
	"request-field-optional": addition("is optional now"),
	"response-field-added": addition("is new"),
	"response-field-removed": breaking("was removed"),
	"response-field-optional": breaking("may be missing now"),
	"response-field-required": addition("is always there now"),
	"request-fields-closed": breaking("takes no other fields any more"),
	"request-fields-opened": addition("takes other fields, too"),
	"response-fields-closed": breaking("has no other fields any more"),
	"response-fields-opened": addition("may have other fields, too"),
	"field-deprecated": addition("is deprecated now"),
	"field-restored": wording("is no longer deprecated"),

	"success-status-added": breaking("may come with another success"),
	"success-status-removed": breaking("comes no more"),
	"success-status-changed": breaking("has another status"),
	"success-stated": addition("is described now"),
	"failure-status-added": addition("is described now"),
	"failure-status-removed": addition("is described no more"),
	"response-body-added": addition("has a body now"),
	"response-body-removed": breaking("has no body any more"),
	"response-header-added": addition("is new"),
	"response-header-removed": breaking("was removed"),
	"response-header-optional": breaking("may be missing now"),
	"response-header-required": addition("is always there now"),
	"envelope-changed": breaking("is wrapped otherwise"),
	"pagination-added": addition("goes on page by page now"),
	"pagination-removed": breaking("has no pages any more"),
	"pagination-changed": breaking("turns its pages otherwise"),

	"server-changed": breaking("is another"),
	"server-added": addition("is new"),
	"server-removed": breaking("was removed"),
	"security-required": breaking("is new, and nothing was needed before"),
	"security-added": addition("is new"),
	"security-removed": breaking("was removed"),
	"credential-changed": breaking("is sent otherwise"),
	"environment-changed": breaking("is read from another environment variable"),
	"oauth-changed": breaking("is got elsewhere"),
	"scope-added": addition("is new"),
	"scope-removed": breaking("was removed"),

	"type-renamed": breaking("has another name"),
	"type-removed": breaking("was removed"),
	"type-added": addition("is new"),

	"title-changed": wording("is another"),
	"summary-changed": wording("is worded otherwise"),
	"description-changed": wording("is worded otherwise"),
	"example-changed": wording("is another"),
	"note-changed": wording("is worded otherwise"),
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof rules;

/** The rules that are told apart by whether a value is sent or received, without that word. */
export type SidedRule = {
	[Name in RuleName]: Name extends `request-${infer Rest}` ? Rest : never;
}[RuleName] &
	{
		[Name in RuleName]: Name extends `response-${infer Rest}` ? Rest : never;
	}[RuleName];

function breaking(says: string): Rule {
	return { impact: "breaking", says };
}

function addition(says: string): Rule {
	return { impact: "addition", says };
}

function wording(says: string): Rule {
	return { impact: "wording", says };
}
