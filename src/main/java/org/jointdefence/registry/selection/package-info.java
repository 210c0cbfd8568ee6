/**
 * Turns the selection set of a query operation into one SQL statement per level of nesting, and its rows into JSON.
 *
 * <p>{@link org.jointdefence.registry.selection.ConceptReader} reads what there is to select from the entity classes,
 * {@link org.jointdefence.registry.selection.SelectionCompiler} makes a {@link
 * org.jointdefence.registry.selection.RootPlan} of each root field, {@link
 * org.jointdefence.registry.selection.PlanExecution} runs them in one transaction, and {@link org.jointdefence.registry.selection.Piece}s write the answer.
 */
@NullMarked
package org.jointdefence.registry.selection;

import org.jspecify.annotations.NullMarked;
