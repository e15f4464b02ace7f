package nl.kring.crm.agenda.checklist;

import java.io.Serializable;
import java.util.UUID;

/**
 * What is said of a step, in a template or of one edition.
 *
 * @param title what is to be done; at most 200 characters
 * @param days how many, counted from that moment; 0 to 730
 * @param owner the account of the colleague who does it; null for whoever comes first
 * @param deputy the account of who does it while the owner is away, or null
 */
public record StepForm(String title, StepAction action, StepMoment moment, int days, UUID owner, UUID deputy)
        implements Serializable {}
