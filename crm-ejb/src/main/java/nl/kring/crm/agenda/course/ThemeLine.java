package nl.kring.crm.agenda.course;

import java.io.Serializable;
import java.util.UUID;

/** A theme of the region, in Dutch and in English. */
public record ThemeLine(UUID uuid, String name, String nameEn, boolean retired) implements Serializable {}
