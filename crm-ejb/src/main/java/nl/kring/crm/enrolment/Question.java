package nl.kring.crm.enrolment;

import java.io.Serializable;
import java.util.UUID;

/**
 * Something that a course asks of who enrols.
 *
 * @param uuid null for one that is not kept yet
 * @param required whether who enrols himself or herself has to answer it
 */
public record Question(UUID uuid, QuestionKind kind, String text, boolean required) implements Serializable {}
