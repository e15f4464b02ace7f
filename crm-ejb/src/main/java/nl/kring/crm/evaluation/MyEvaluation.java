package nl.kring.crm.evaluation;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/** An evaluation that the caller is asked to answer. */
public record MyEvaluation(UUID uuid, String title, String organiser, LocalDate heldOn, LocalDate dueOn)
        implements Serializable {}
