import {
	apiKey,
	basic,
	bearer,
	type CredentialPlace,
} from "./credential-place.ts";

/**
 * Ways to authenticate that are described as labels and values, as converters write them: "Parameter Name: **X-Key**, in:
 * header", "HTTP Authentication, scheme: bearer", "**Type**: API key" above "**Location**: HTTP header".
 */
export function labelledPlaces(text: string): readonly CredentialPlace[] {
	const bare = text.replace(/[*`]/g, "");
	const found: CredentialPlace[] = [];
	for (const [, scheme = ""] of bare.matchAll(/\bscheme:\s*(bearer|basic)\b/gi))
		found.push(/^bearer$/i.test(scheme) ? bearer : basic);
	for (const [, type = ""] of bare.matchAll(
		/\btype:\s*((?:http )?(?:basic|bearer|oauth))\b/gi,
	))
		found.push(/basic/i.test(type) ? basic : bearer);
	const [, parameter] =
		/\b(?:api key )?(?:parameter|header|cookie|key|field)? ?name:\s*([\w.-]+)/i.exec(
			bare,
		) ?? [];
	const [, place] =
		/\b(?:in|location|sent in|passed in):\s*(?:an? |the )?(?:http |url |request )?(header|query|cookie)/i.exec(
			bare,
		) ?? [];
	const where = place?.toLowerCase();
	if (
		parameter !== undefined &&
		(where === "header" || where === "query" || where === "cookie")
	)
		found.push(apiKey(where, parameter));
	return found;
}
