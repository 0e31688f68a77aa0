/**
 * The value rules of the mappings: few, each named for what it understands and not for who sends it
 * ({@code vietnamese-date}, {@code personal-id}, {@code money}). A rule gives the canonical value, says that there is
 * none, or says which rule the value breaks; it never guesses and never fills in.
 *
 * <p>Open {@link vn.lienthong.hub.intake.value.ValueRules} first: it is the list.
 */
@NullMarked
package vn.lienthong.hub.intake.value;

import org.jspecify.annotations.NullMarked;
