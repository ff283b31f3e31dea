//! Kinds of what a reader searches for: a text, what is typed, and what is marked.
//! Browsers are asked about the same in `e2e/tests/pages/found_in_page.rs`.

/// A text, what is searched for in it, and what is marked.
pub(crate) type Kind = (&'static str, &'static str, &'static [&'static str]);

/// The kinds.
pub(crate) const KINDS: &[Kind] = &[
    // Quotation marks and apostrophes.
    (
        "The residents’ group.",
        "residents' group",
        &["residents’ group"],
    ),
    (
        "The residents' group.",
        "residents’ group",
        &["residents' group"],
    ),
    ("He said “no”.", "\"no\"", &["“no”"]),
    ("Er sagte „nein“.", "\"nein\"", &["„nein“"]),
    ("Il a dit « non ».", "\"", &[]),
    ("об\u{2BC}єкт", "об'єкт", &["об\u{2BC}єкт"]),
    // Space, and what is not seen.
    (
        "10\u{A0}000 and 10\u{202F}000",
        "10 000",
        &["10\u{A0}000", "10\u{202F}000"],
    ),
    ("two words", "two  words", &["two words"]),
    ("two \n words", " two words ", &["two \n words"]),
    ("cease\u{AD}fire", "ceasefire", &["cease\u{AD}fire"]),
    ("ceasefire", "cease\u{AD}fire", &["ceasefire"]),
    ("zero\u{200B}width", "zerowidth", &["zero\u{200B}width"]),
    // Case and accents.
    (
        "a café, a cafe\u{301}, a CAFÉ",
        "cafe",
        &["café", "cafe\u{301}", "CAFÉ"],
    ),
    ("a cafe", "café", &["cafe"]),
    ("ещё", "еще", &["ещё"]),
    ("еще", "ЕЩЁ", &["еще"]),
    ("й и й", "и", &["и"]),
    ("й и й", "й", &["й", "й"]),
    ("Ґанок", "ганок", &["Ґанок"]),
    ("Việt Nam", "viet nam", &["Việt Nam"]),
    ("Điện Biên", "dien bien", &["Điện Biên"]),
    ("ΟΔΟΣ οδός", "οδος", &["ΟΔΟΣ", "οδός"]),
    (
        "İstanbul ıstanbul istanbul",
        "istanbul",
        &["İstanbul", "istanbul"],
    ),
    ("ılık", "ılık", &["ılık"]),
    ("Łódź", "lodz", &["Łódź"]),
    ("Århus, Tromsø", "tromso", &["Tromsø"]),
    // One letter that is two.
    (
        "Straße, STRASSE, STRAẞE",
        "strasse",
        &["Straße", "STRASSE", "STRAẞE"],
    ),
    ("Strasse", "straße", &["Strasse"]),
    ("Straße", "stras", &[]),
    ("Straße", "s", &["S"]),
    ("Cæsar", "caesar", &["Cæsar"]),
    ("ﬁnd, ﬂow", "find", &["ﬁnd"]),
    ("ﬁnd", "f", &[]),
    ("so …", "...", &["…"]),
    // Digits.
    ("١٢٣ and 123", "123", &["١٢٣", "123"]),
    ("١٢٣ and 123", "١٢٣", &["١٢٣", "123"]),
    ("４５６", "456", &["４５６"]),
    ("10²", "102", &["10²"]),
    // Width, dashes, signs.
    ("ＡＢＣ", "abc", &["ＡＢＣ"]),
    ("2022–2023", "2022-2023", &[]),
    ("2022–2023", "2022–2023", &["2022–2023"]),
    ("a ≠ b = c", "=", &["="]),
    // Arabic: points, tatweel, forms of letters.
    ("السَّلام", "السلام", &["السَّلام"]),
    ("السلام", "السَّلام", &["السلام"]),
    ("الحـــرب", "الحرب", &["الحـــرب"]),
    ("الحرب", "الحـــرب", &["الحرب"]),
    ("أوكرانيا", "اوكرانيا", &["أوكرانيا"]),
    ("مدينة", "مدينه", &["مدينة"]),
    // Hebrew, Thai, Hindi.
    ("שָׁלוֹם", "שלום", &["שָׁלוֹם"]),
    ("שלום", "שָׁלוֹם", &["שלום"]),
    ("น้ำ นำ นา", "นำ", &["น้ำ", "นำ"]),
    ("กิน กัน", "กิน", &["กิน"]),
    ("हिन्दी हिंदी", "हिन्दी", &["हिन्दी"]),
    ("हिन्दी", "हिन", &["हिन्दी"]),
    // Korean, Japanese, Chinese.
    (
        "\u{1112}\u{1161}\u{11AB}국",
        "한국",
        &["\u{1112}\u{1161}\u{11AB}국"],
    ),
    ("한국", "하", &[]),
    ("ひらがな", "ヒラガナ", &["ひらがな"]),
    ("ｶﾞｲﾄﾞ", "ガイド", &["ｶﾞｲﾄﾞ"]),
    ("がか", "か", &["か"]),
    ("きっと きつと", "きっと", &["きっと"]),
    ("停火协议", "停火", &["停火"]),
    // Signs of several characters.
    (
        "👩\u{200D}👩\u{200D}👧 👩",
        "👩",
        &["👩\u{200D}👩\u{200D}👧", "👩"],
    ),
    ("👍🏽 👍", "👍", &["👍🏽", "👍"]),
];
