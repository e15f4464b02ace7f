package nl.kring.crm.enrolment.mailing;

import java.io.Serializable;
import nl.kring.crm.registry.Profession;

/**
 * An address for a newsletter that is made elsewhere.
 *
 * @param name empty where the mailbox is of more people than one
 * @param practice where he or she works, or null
 */
public record NewsletterLine(String name, String address, Profession profession, String practice)
        implements Serializable {}
