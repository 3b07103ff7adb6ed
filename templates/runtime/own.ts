/** The property `name` of `value` if that has such a property of its own, else `undefined`. */
export function own(value: unknown, name: string | undefined): unknown {
	const object: Readonly<Record<string, unknown>> = Object(value);
	return name !== undefined && Object.hasOwn(object, name)
		? object[name]
		: undefined;
}

/** The properties of `value` that `wanted` accepts, in a new object, where `__proto__` is a name like any other. */
export function pick(
	value: object | undefined,
	wanted: (name: string) => boolean | undefined,
): Readonly<Record<string, unknown>> {
	return Object.fromEntries(
		Object.entries(value ?? {}).filter(([name]) => wanted(name)),
	);
}
