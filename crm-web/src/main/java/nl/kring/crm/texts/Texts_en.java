package nl.kring.crm.texts;

/** The texts in English. */
public class Texts_en extends Texts {

    public Texts_en() {
        super("en");
    }
}
