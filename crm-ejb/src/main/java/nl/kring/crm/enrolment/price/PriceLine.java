package nl.kring.crm.enrolment.price;

import java.io.Serializable;
import java.util.UUID;

/** A price and whom it is for. */
public record PriceLine(Long id, UUID uuid, PriceFor whom, int priceCents) implements Serializable {}
