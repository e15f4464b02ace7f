package nl.kring.crm.attendance.letterhead;

import java.io.Serializable;

/** The letterhead of an organisation as its staff see it; version -1 with nothing when there is none. */
public record LetterheadDetail(LetterheadForm form, boolean withLogo, long version) implements Serializable {}
