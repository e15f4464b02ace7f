package nl.kring.crm.web.registry;

import java.io.Serializable;
import nl.kring.crm.registry.organisation.RelationKind;

/** What is typed on the page that tells what changes at an organisation. */
public class ChangeForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String value;
    private String factFrom;
    private RelationKind relation;
    private String other;
    private String relationFrom;
    private String relationTo;
    private String ended;
    private String last;

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public String getFactFrom() {
        return factFrom;
    }

    public void setFactFrom(String factFrom) {
        this.factFrom = factFrom;
    }

    public RelationKind getRelation() {
        return relation;
    }

    public void setRelation(RelationKind relation) {
        this.relation = relation;
    }

    public String getOther() {
        return other;
    }

    public void setOther(String other) {
        this.other = other;
    }

    public String getRelationFrom() {
        return relationFrom;
    }

    public void setRelationFrom(String relationFrom) {
        this.relationFrom = relationFrom;
    }

    public String getRelationTo() {
        return relationTo;
    }

    public void setRelationTo(String relationTo) {
        this.relationTo = relationTo;
    }

    public String getEnded() {
        return ended;
    }

    public void setEnded(String ended) {
        this.ended = ended;
    }

    public String getLast() {
        return last;
    }

    public void setLast(String last) {
        this.last = last;
    }
}
