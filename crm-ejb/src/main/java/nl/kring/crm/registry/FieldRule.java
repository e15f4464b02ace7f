package nl.kring.crm.registry;

import java.io.Serializable;
import java.util.List;

/** In which order a value of a field is preferred; the usual order when nobody chose one. */
public record FieldRule(PersonField field, List<Criterion> criteria, boolean usual) implements Serializable {

    static final List<Criterion> USUAL = List.of(Criterion.RANK, Criterion.NEWEST);
}
