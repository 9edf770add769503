import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  DialogTrigger,
  Text,
} from '@backstage/ui';
import { useState, type ReactElement } from 'react';
import { forgeTranslationRef } from '../translation';

/** A button that asks before it acts. */
export function ConfirmedAction(props: {
  label: string;
  /** What will happen, and whether it can be undone. */
  consequence: string;
  confirm: string;
  icon?: ReactElement;
  isPrimary?: boolean;
  isDestructive?: boolean;
  isDisabled?: boolean;
  isPending?: boolean;
  size?: 'small' | 'medium';
  /** Tells the buttons of a list apart. */
  name?: string;
  onConfirm: () => void;
}) {
  const { label, consequence, confirm, onConfirm } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  const [isOpen, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button
        size={props.size}
        variant={props.isPrimary ? 'primary' : 'secondary'}
        iconStart={props.icon}
        isDisabled={props.isDisabled}
        isPending={props.isPending}
        aria-label={props.name}
      >
        {label}
      </Button>
      <Dialog>
        <DialogHeader>{props.name ?? label}</DialogHeader>
        <DialogBody>
          <Text as="p">{consequence}</Text>
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" slot="close">
            {t('cancel')}
          </Button>
          <Button
            variant="primary"
            destructive={props.isDestructive}
            onPress={() => {
              setOpen(false);
              onConfirm();
            }}
          >
            {confirm}
          </Button>
        </DialogFooter>
      </Dialog>
    </DialogTrigger>
  );
}
