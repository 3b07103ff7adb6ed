/** Words that say what to do: a segment that is one of them, or starts or ends with one, may be an action. */
export const verbs: ReadonlySet<string> = new Set(
	`abort accept ack acknowledge activate analyse analyze append apply approve archive assign attach authenticate
	authorise authorize ban begin block calculate cancel check claim clean cleanup clear clone close commit complete compute
	confirm connect convert copy deactivate decline decrypt demote deploy deregister destroy detach disable discard
	disconnect discover dismiss dispatch download drain drop duplicate embed empty enable encrypt enqueue evaluate execute expire
	export extend fetch finalise finalize find finish flush follow force fork freeze generate grant halt import ingest init
	initialise initialize initiate insert install invalidate invite invoke join kick kill launch leave load lock login logout
	lookup mark merge migrate mount move mute notify open parse pause pin ping poll pop prolong promote provision publish pull
	purge push query reactivate rebuild recalculate reclassify recover redeem refresh refund regenerate register reject
	release reload remove rename render renew reopen reorder repair replace replay reprocess resend reset resolve restart
	restore resume retrieve retry revalidate revert revoke rollback rotate run save scan search send show shutdown sign simulate
	split start stop submit subscribe suspend swap sync synchronise synchronize test toggle train transfer transform translate
	trigger truncate unarchive unassign unban unblock unfollow uninstall unlink unlock unmount unmute unpin unpublish
	unregister unrevoke unsubscribe unsuspend upgrade upload upsert validate verify vote withdraw write`.split(
		/\s+/,
	),
);

/** Those that ask without changing anything, so that a GET can be one. */
export const questions: ReadonlySet<string> = new Set([
	..."check compare download export find login logout lookup ping preview query".split(
		" ",
	),
	..."render resolve search test validate verify".split(" "),
]);

/** Segments that only repeat what a method does, with its name: `POST /hives/new` is `create`. */
export const plainVerbs: ReadonlyMap<string, string> = new Map([
	["add", "create"],
	["create", "create"],
	["new", "create"],
	["delete", "delete"],
	["remove", "delete"],
	["edit", "edit"],
	["get", "get"],
	["list", "list"],
	["update", "update"],
]);

/** The imperative of a verb: "Sets" and "set" are one. */
export function stem(verb: string): string {
	return verb.replace(/(?<=[^s])s$/, "").replace(/ie$/, "y");
}
