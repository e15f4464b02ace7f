package nl.kring.crm.web.agenda;

import java.io.Serializable;
import java.math.BigDecimal;
import nl.kring.crm.accreditation.SchemeLine;

/** What a course is worth in one scheme, in the form. */
public class PointsForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private final SchemeLine scheme;
    private BigDecimal points;

    PointsForm(SchemeLine scheme, BigDecimal points) {
        this.scheme = scheme;
        this.points = points;
    }

    public SchemeLine getScheme() {
        return scheme;
    }

    public BigDecimal getPoints() {
        return points;
    }

    public void setPoints(BigDecimal points) {
        this.points = points;
    }
}
