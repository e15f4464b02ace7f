package nl.kring.crm.enrolment.price;

import java.io.Serializable;
import java.time.LocalDate;

/** From a day on an organisation teaches free of VAT, or no longer. */
public record VatLine(LocalDate validFrom, boolean exempt) implements Serializable {}
