/** Whether a content type is JSON: `application/json`, `application/problem+json; charset=utf-8`. */
export function isJson(contentType: string): boolean {
	return /[/+]json\s*(;|$)/i.test(contentType);
}
