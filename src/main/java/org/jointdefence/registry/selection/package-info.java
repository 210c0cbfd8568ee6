/**
 * Turns the selection set of a query operation into one SQL statement per level of nesting, and its rows into JSON.
 *
 * <p>{@link org.jointdefence.registry.selection.model.EntityReader} reads what there is to select from the entity classes,
 * {@link org.jointdefence.registry.selection.plan.SelectionCompiler} makes a {@link
 * org.jointdefence.registry.selection.plan.RootPlan} of each root field, {@link
 * org.jointdefence.registry.selection.execution.PlanExecution} runs them in one transaction, and {@link org.jointdefence.registry.selection.plan.JsonWriter}s write the answer.
 */
@NullMarked
package org.jointdefence.registry.selection;

import org.jspecify.annotations.NullMarked;
