package nl.kring.crm.accreditation.request;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * Points that are asked for, or were given.
 *
 * @param category of the register
 * @param part the session or module they are counted for; null for the whole
 * @param points one decimal at most
 */
public record AskedPoints(String category, String part, BigDecimal points) implements Serializable {}
