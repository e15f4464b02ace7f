package nl.kring.crm.accreditation;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import nl.kring.crm.agenda.Course;
import nl.kring.crm.platform.BaseEntity;

/** What one course is worth in one scheme: the sum of what was granted, by category and part, or what somebody said by hand. */
@Entity
public class Accreditation extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "course_id")
    private Course course;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "scheme_code")
    private Scheme scheme;

    private BigDecimal points;
    private Long requestId;

    @Version
    private long version;

    protected Accreditation() {}

    Accreditation(Course course, Scheme scheme, BigDecimal points) {
        this.course = course;
        this.scheme = scheme;
        this.points = points;
    }

    /**
     * Makes it worth more or less, by hand; certificates that were issued keep what they say. Who says what was granted leaves it as it was
     * granted.
     */
    void revalue(BigDecimal newPoints) {
        if (points.compareTo(newPoints) != 0) {
            points = newPoints;
            requestId = null;
        }
    }

    public Course getCourse() {
        return course;
    }

    public Scheme getScheme() {
        return scheme;
    }

    public BigDecimal getPoints() {
        return points;
    }
}
