package nl.kring.crm.evaluation;

import java.io.Serializable;
import java.util.List;

/** A questionnaire with its questions in order. */
public record QuestionnaireForm(String name, List<QuestionForm> questions) implements Serializable {}
