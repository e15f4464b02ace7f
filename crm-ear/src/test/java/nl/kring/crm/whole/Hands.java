package nl.kring.crm.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;

/**
 * Hands on a keyboard: counts what is pressed and the screens that come by, and tells how long somebody would take. That is
 * what the product takes, measured, and what a person takes: for each key or letter 0.28 s, as who does not type for a living,
 * and for looking at each screen 1.35 s (the keystroke-level model of Card, Moran and Newell, 1980). Nothing is slept.
 */
final class Hands {

    private static final double KEY_SECONDS = 0.28;
    private static final double LOOK_SECONDS = 1.35;

    private final Page page;
    private long productNanos;
    private int pressed;
    private int letters;
    private int screens = 1;

    /** On a page that is open. */
    Hands(Page page) {
        this.page = page;
    }

    /** Nobody types before the cursor is there. */
    Hands(Page page, String focused) {
        this(page);
        took(() -> waitFor(focused));
    }

    Hands types(String text) {
        took(() -> page.keyboard().type(text));
        letters += text.length();
        return this;
    }

    Hands presses(String key, int times) {
        for (int i = 0; i < times; i++) {
            took(() -> page.keyboard().press(key));
            pressed++;
        }
        return this;
    }

    /** Tab, until the first thing that fits has the focus and is seen. */
    Hands tabsTo(String selector) {
        for (int i = 0; i < 40; i++) {
            presses("Tab", 1);
            if (isAt(selector)) {
                // To a pixel: a box may begin at a fraction of one.
                assertThat(page.evaluate("""
                        () => { const box = document.activeElement.getBoundingClientRect();
                                return box.width > 0 && box.top > -1 && box.bottom < window.innerHeight + 1
                                  ? 'seen' : `${box.width} wide, ${box.top} to ${box.bottom} of ${window.innerHeight}`; }"""))
                        .as(selector + " is seen when it has the focus at " + page.url())
                        .isEqualTo("seen");
                return this;
            }
        }
        throw new AssertionError(selector + " is not reached by Tab at " + page.url() + ": "
                + page.locator("main").innerText());
    }

    /** Over all that comes before what one came for, as who uses no mouse does. */
    Hands skipsTo(String target) {
        tabsTo("a.k-skip[href='#" + target + "']").presses("Enter", 1);
        assertThat(isAt("#" + target)).as("the link leads to " + target).isTrue();
        return this;
    }

    private boolean isAt(String selector) {
        return (Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector);
    }

    /** Enter, and the next screen with the cursor where one goes on. */
    Hands entersTo(String url, String focused) {
        took(() -> {
            page.keyboard().press("Enter");
            page.waitForURL(url);
            waitFor(focused);
        });
        pressed++;
        screens++;
        return this;
    }

    /** Enter, and the next screen as a whole. */
    Hands entersTo(String url) {
        took(() -> {
            page.keyboard().press("Enter");
            page.waitForURL(url);
        });
        pressed++;
        screens++;
        return this;
    }

    void done(String what, double mostSeconds, int mostPressed, int mostScreens) {
        double product = productNanos / 1e9;
        double seconds = product + (pressed + letters) * KEY_SECONDS + screens * LOOK_SECONDS;
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f s by keyboard, of which the product took %.1f; %d keys, %d letters, %d screens%n",
                what,
                seconds,
                product,
                pressed,
                letters,
                screens);
        assertThat(seconds).as(what + ": seconds").isLessThanOrEqualTo(mostSeconds);
        assertThat(pressed).as(what + ": keys").isLessThanOrEqualTo(mostPressed);
        assertThat(screens).as(what + ": screens").isLessThanOrEqualTo(mostScreens);
    }

    private void waitFor(String focused) {
        page.waitForFunction("id => document.activeElement && document.activeElement.id === id", focused);
    }

    private void took(Runnable work) {
        long began = System.nanoTime();
        work.run();
        productNanos += System.nanoTime() - began;
    }
}
