// The fields of a document that the peers read; the format's schema has them all.

/** @typedef {"direct_quote" | "reported_speech" | "narration" | "commentary"} Kind */

/** @typedef {{ id: string, name: string, short_name: string, classification: string,
      color?: string }} Organization */

/** @typedef {{ id: string, name: string, role: string, organization_id: string }} Person */

/** @typedef {{ id: string, name: string, question: string, group?: string,
      statement_ids?: string[] }} Topic */

/** @typedef {{ id: string, label: string, value: number }} Step */

/** @typedef {{ id: string, kind: Kind, text: string, paragraph: number, date?: string,
      speaker_id?: string, attribution_text?: string, target: object }} Statement */

/** @typedef {{ organization_id: string, topic_id: string, position: string, summary: string,
      statement_ids: string[], conditions?: string[], date?: string }} Stance */

/** @typedef {{ format: string, language: string,
      article: { headline: string, description: string, publisher: string,
                 date_published: string, paragraphs: number },
      review: object, organizations: Organization[], people: Person[], topics: Topic[],
      scale: Step[], statements: Statement[], stances: Stance[], events: object[] }} Document */

export {};
