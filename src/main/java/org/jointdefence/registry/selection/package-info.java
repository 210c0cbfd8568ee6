/**
 * Turns the selection set of a query operation into one SQL statement per level of nesting, and its rows into JSON.
 *
 * <p>{@link org.jointdefence.registry.selection.model.EntityReader} derives the model from the entity classes. {@link
 * org.jointdefence.registry.selection.plan.SelectionCompiler} compiles each root field to a {@link
 * org.jointdefence.registry.selection.plan.RootPlan}, {@link
 * org.jointdefence.registry.selection.execution.PlanExecution} executes these in one transaction, and {@link
 * org.jointdefence.registry.selection.plan.JsonWriter} writes the response.
 */
@NullMarked
package org.jointdefence.registry.selection;

import org.jspecify.annotations.NullMarked;
